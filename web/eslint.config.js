import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import config from './svelte.config.js';

export default ts.config(
  { ignores: ['node_modules/', 'src/lib/interface.ts'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig: config },
    },
    rules: {
      'no-undef': 'off',
      // The content security policy of the server stops it; `style:name` is set by script and fine.
      'no-restricted-syntax': ['error', 'SvelteAttribute[key.name="style"]'],
      'svelte/no-at-html-tags': 'error',
      'svelte/prefer-svelte-reactivity': 'off',
      // Of SvelteKit, which is not used: links are plain ones.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
);
