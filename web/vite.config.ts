import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [svelte()],
  build: {
    outDir: '../build/pages',
    emptyOutDir: true,
    // Nothing inline: the server's content security policy forbids it.
    assetsInlineLimit: 0,
    target: 'es2022',
  },
  // While the pages are worked on (`npm run dev`): `rapporteur serve` on its usual port.
  server: { proxy: { '/api': { target: 'http://127.0.0.1:8080', changeOrigin: true } } },
});
