import assert from 'node:assert/strict';
import { settled, test, useSite } from './support.js';

const site = await useSite();
// Somebody of the examples with several spellings, offices and meetings.
async function somebody() {
  const { people } = await site.get('/people?q=Kovrigin');
  const [most] = people.sort((a, b) => b.meetings - a.meetings);
  return site.get('/people/' + most.id);
}

test('people are found by a part of the name, in any spelling', async () => {
  const person = await somebody();
  const page = await site.open('/people');
  await page.getByLabel('Name').fill('kovrigin');
  await page.waitForURL(/q=kovrigin/);
  await settled(page);
  const { people } = await site.get('/people?q=kovrigin');
  const list = page.getByRole('list', { name: 'People' });
  assert.equal(await list.getByRole('listitem').count(), people.length);
  await list.getByRole('link', { name: person.name, exact: true }).first().click();
  await page.waitForURL(/\/people\/p-/);
});

test('people of one state have an address of their own', async () => {
  const page = await site.open('/people?state=MN');
  const { people } = await site.get('/people?state=MN&limit=60');
  const list = page.getByRole('list', { name: 'People' });
  assert.equal(await list.getByRole('listitem').count(), people.length);
  assert.equal(await page.getByLabel('State').inputValue(), 'MN');
});

test('a name that nobody has says so', async () => {
  const page = await site.open('/people?q=Nobodyatall');
  assert.match(await page.locator('main').innerText(), /Nobody is called so/);
});

test('a person has offices with the words that state them, meetings and counterparts', async () => {
  const person = await somebody();
  const page = await site.open('/people/' + person.id);
  assert.equal(await page.locator('h1').innerText(), person.name);
  const rows = page.getByRole('list', { name: 'Offices and meetings' }).getByRole('listitem');
  const { offices } = await site.get(`/people/${person.id}/derived`);
  assert.equal(await rows.count(), offices.length + 1);
  const [office] = offices;
  await page.getByRole('link', { name: office.office, exact: true }).first().focus();
  const evidence = page.getByRole('group', { name: 'Evidence' });
  await evidence.waitFor();
  assert.match(await evidence.innerText(), new RegExp(office.sources[0].quotes[0]));
  const heading = page.getByRole('heading', { name: /meetings$/ });
  assert.equal(await heading.innerText(), `${person.meetings.length} meetings`);
  const [first] = person.counterparts;
  const bar = page.getByRole('list', { name: 'Counterparts' }).getByRole('listitem').first();
  assert.match(await bar.innerText(), new RegExp(`${first.name}[^]*${first.meetings}`));
});

test('the dots are the meetings with a day, and lead to them', async () => {
  const person = await somebody();
  const page = await site.open('/people/' + person.id);
  const dots = page.locator('.track a');
  const dated = person.meetings.filter((meeting) => meeting.first_day);
  assert.equal(await dots.count(), dated.length);
  await dots.first().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/meetings\/m-/);
});

test('an office says who is named in it next', async () => {
  const { states } = await site.get('/states');
  for (const { code } of states) {
    const { offices } = await site.get(`/states/${code}/derived`);
    const held = offices.find((one) => one.successor);
    if (!held) continue;
    const page = await site.open('/people/' + held.person);
    const list = page.getByRole('list', { name: 'Offices and meetings' });
    await list.getByText('then').getByRole('link', { name: held.successor.name }).first().click();
    await page.waitForURL(/\/people\/p-/);
    assert.ok(page.url().endsWith(held.successor.person));
    return;
  }
  assert.fail('nobody of the examples has a successor');
});

test('an office has its holders in the order of the reports', async () => {
  const person = await somebody();
  const [held] = person.offices;
  const page = await site.open('/offices/' + held.office_id);
  const office = await site.get('/offices/' + held.office_id);
  const rows = page.getByRole('list', { name: 'Holders' }).getByRole('listitem');
  assert.equal(await rows.count(), office.holders.length);
  const text = await rows.first().innerText();
  const first = office.holders.map((one) => one.first_report ?? '9999').sort()[0];
  assert.match(text, new RegExp(first.slice(0, 4)));
});

test('all three pages are accessible, light and dark, wide and narrow', async () => {
  const person = await somebody();
  await site.isAccessible('/people?q=a');
  await site.isAccessible('/people/' + person.id);
  await site.isAccessible('/offices/' + person.offices[0].office_id);
});
