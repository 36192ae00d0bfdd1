// The pictures of docs/pictures: one line a page. `path` may ask the register: (get) => path.
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
];
