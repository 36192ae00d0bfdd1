// Questions to the server, typed by docs/openapi.yaml (`npm run types` writes interface.ts).
import type { components, paths } from './interface';
import { token } from './token.svelte';

export type Schemas = components['schemas'];
export type Meeting = Schemas['Meeting'];
export type MeetingPage = Schemas['MeetingPage'];
export type Participant = Schemas['Participant'];
export type Item = Schemas['Item'];
export type Source = Schemas['Source'];
export type Value = Schemas['Value'];
export type Person = Schemas['Person'];
export type State = Schemas['State'];
export type About = Schemas['About'];

type With<Method extends string> = {
  [P in keyof paths]: paths[P] extends Record<Method, unknown> ? P : never;
}[keyof paths];
type Content<T> = T extends { content: infer C } ? C[keyof C] : never;
type Good<T> = T extends { responses: infer R }
  ? Content<R[Extract<keyof R, 200 | 201 | 202>]>
  : never;

export type GetPath = With<'get'>;
export type PostPath = With<'post'>;
export type DeletePath = With<'delete'>;
export type Answer<P extends GetPath> = Good<paths[P]['get' & keyof paths[P]]>;
type PostAnswer<P extends PostPath> = Good<paths[P]['post' & keyof paths[P]]>;
type DeleteAnswer<P extends DeletePath> = Good<paths[P]['delete' & keyof paths[P]]>;

type Scalar = string | number | boolean | null | undefined;

export interface Question {
  // For the {names} of the path.
  params?: Record<string, string>;
  // What is null or "" is left out.
  query?: Record<string, Scalar> | URLSearchParams;
  signal?: AbortSignal;
}

// An error as the server tells it; status 0: no answer came at all.
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly where: string | null = null,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

// The address of a question, for links to .csv and .ics as well.
export function address(path: keyof paths, { params = {}, query = {} }: Question = {}): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name] ?? '';
    // Slashes of a JSON pointer stand as they are.
    return name === 'pointer'
      ? value.split('/').map(encodeURIComponent).join('/')
      : encodeURIComponent(value);
  });
  const words = new URLSearchParams();
  const given = query instanceof URLSearchParams ? [...query] : Object.entries(query);
  for (const [name, value] of given) {
    if (value !== null && value !== undefined && value !== '') words.append(name, String(value));
  }
  const asked = words.toString();
  return '/api/v1' + (filled === '/' ? '' : filled) + (asked ? '?' + asked : '');
}

async function fault(answer: Response): Promise<ApiError> {
  try {
    const { error } = (await answer.json()) as Schemas['Error'];
    return new ApiError(answer.status, error.code, error.message, error.where);
  } catch {
    return new ApiError(
      answer.status,
      'internal',
      `the server answered with status ${answer.status}`,
    );
  }
}

let open: Promise<boolean> | undefined;

// Whether everybody may read here: then the browser holds no token of its own.
function isOpen(): Promise<boolean> {
  open ??= fetch('/api/v1').then(
    async (answer) => answer.ok && ((await answer.json()) as About).open,
    () => false,
  );
  return open;
}

// The browser's own box for a password is for a closed server, where it came before the page did;
// elsewhere a refusal is ours to explain.
async function credentialsFor(method: string, url: string): Promise<RequestCredentials> {
  if (token.value) return 'omit';
  const guarded = method !== 'GET' || url.startsWith('/api/v1/jobs');
  return guarded && (await isOpen()) ? 'omit' : 'same-origin';
}

async function ask(
  method: string,
  url: string,
  body: unknown,
  signal?: AbortSignal,
): Promise<unknown> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (token.value) headers.Authorization = 'Bearer ' + token.value;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  let answer: Response;
  try {
    answer = await fetch(url, {
      method,
      credentials: await credentialsFor(method, url),
      headers,
      body: body === undefined ? null : JSON.stringify(body),
      signal: signal ?? null,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError(0, 'io', 'the server does not answer; is `rapporteur serve` still running?');
  }
  if (!answer.ok) throw await fault(answer);
  return answer.json();
}

export function get<P extends GetPath>(path: P, question: Question = {}): Promise<Answer<P>> {
  return ask('GET', address(path, question), undefined, question.signal) as Promise<Answer<P>>;
}

type ListPath = '/series' | '/bodies' | '/states';

// A list that a page shows whole, however many answers it takes.
export async function getAll<P extends ListPath>(
  path: P,
  signal?: AbortSignal,
): Promise<Omit<Answer<P>, 'next'>> {
  const all: Record<string, unknown[]> = {};
  let cursor: string | null = null;
  do {
    const question: Question = { query: { limit: 500, cursor } };
    if (signal) question.signal = signal;
    const answer: Answer<ListPath> = await get<ListPath>(path, question);
    for (const [name, items] of Object.entries(answer)) {
      if (Array.isArray(items)) all[name] = [...(all[name] ?? []), ...items];
    }
    cursor = answer.next;
  } while (cursor !== null);
  return all as Omit<Answer<P>, 'next'>;
}

export function post<P extends PostPath>(
  path: P,
  body: unknown,
  question: Question = {},
): Promise<PostAnswer<P>> {
  return ask('POST', address(path, question), body, question.signal) as Promise<PostAnswer<P>>;
}

export function remove<P extends DeletePath>(
  path: P,
  question: Question = {},
): Promise<DeleteAnswer<P>> {
  return ask('DELETE', address(path, question), undefined, question.signal) as Promise<
    DeleteAnswer<P>
  >;
}
