// The pictures of docs/pictures: one line a page. `path` may ask the register: (get) => path. `role`:
// that of the token that the tab shows.
const first = (answer) => Object.values(answer).find(Array.isArray)[0].id;

export const pictures = [
  { name: 'home', path: '/' },
  { name: 'search', path: '/search?state=UZ&kind=session' },
  { name: 'passages', path: '/search?q=terrorism&view=passages' },
  {
    name: 'meeting',
    path: async (get) =>
      '/meetings/' +
      first(await get('/meetings?body=Security+Council+Secretaries&from=2022&to=2022')),
    // The words behind a value.
    act: (page) => page.locator('.people a.value').nth(4).focus(),
  },
  {
    name: 'report',
    path: async (get) =>
      `/reports/${first(await get('/reports?q=Dushanbe+secretaries'))}?at=meetings/0/when`,
  },
  {
    name: 'read',
    path: '/read',
    act: (page) =>
      page
        .locator('textarea')
        .fill(
          'LIMA, May 5, 2021 - The foreign ministers of Chile and Peru held talks in Lima on Wednesday. They agreed to ' +
            'open two border posts and will meet again in Santiago in October.',
        ),
  },
  { name: 'upcoming', path: '/upcoming?from=2018' },
  {
    name: 'series',
    path: async (get) => {
      const { series } = await get('/series');
      const long = series.find((one) => /^Inland/.test(one.organisation ?? '') && one.sessions > 5);
      return '/series/' + long.id;
    },
  },
  { name: 'bodies', path: '/bodies' },
  { name: 'body', path: '/bodies/sco.scs' },
  { name: 'people', path: '/people?state=UZ' },
  { name: 'person', path: async (get) => '/people/' + first(await get('/people?q=Kovrigin')) },
  {
    name: 'office',
    path: async (get) =>
      '/offices/' + (await get('/offices?office=Minister+of+Water+Resources&state=UZ')).id,
  },
  { name: 'states', path: '/states' },
  { name: 'state', path: '/states/UZ' },
  { name: 'timeline', path: '/timeline' },
  { name: 'map', path: '/map' },
  { name: 'network', path: '/network' },
  {
    name: 'review',
    path: '/review?property=place',
    role: 'reviewer',
    act: async (page) => {
      for (const key of ['a', 'j', 'a']) {
        await page.keyboard.press(key);
        await page.waitForTimeout(500);
      }
    },
  },
  { name: 'conflicts', path: '/conflicts' },
  { name: 'corrections', path: '/corrections', role: 'reviewer' },
  {
    name: 'enter',
    path: '/ingest',
    role: 'editor',
    act: async (page) => {
      const talks = 'LIMA, 5 May 2021. The foreign ministers of Chile and Peru held talks in Lima.';
      const files = { 'lima.txt': talks, 'saved-menu.html': '<nav>Home</nav>', 'scan.pdf': '%PDF' };
      await page.locator('input[type=file]').setInputFiles(
        Object.entries(files).map(([name, words]) => ({
          name,
          mimeType: '',
          buffer: Buffer.from(words),
        })),
      );
      await page.getByRole('button', { name: 'Enter', exact: true }).click();
      await page.getByText('done', { exact: true }).first().waitFor();
    },
  },
  { name: 'token', path: '/token' },
  { name: 'about', path: '/about' },
];
