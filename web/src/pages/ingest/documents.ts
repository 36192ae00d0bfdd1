// What people give to be entered, as the server takes it.
import type { Schemas } from '../../lib/api';

export type Document = Schemas['Document'];

// What could not be sent, and why; nothing stops because of it.
export interface Refused {
  where: string;
  reason: string;
}
export interface Given {
  documents: Document[];
  refused: Refused[];
}

const pages = /\.(html?|xhtml)$/i;
const texts = /\.(txt|text|md)$/i;
const most = 8 << 20;

async function documentOf(file: File): Promise<Document | string> {
  const name = file.webkitRelativePath || file.name;
  const isPage = pages.test(name) || file.type === 'text/html';
  if (!isPage && !texts.test(name) && file.type !== 'text/plain')
    return 'only texts and saved pages can be sent from here; the command rapporteur ingest reads the rest';
  if (file.size > most) return 'is larger than 8 MB';
  const bytes = await file.arrayBuffer();
  let words: string;
  try {
    words = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    words = new TextDecoder('windows-1252').decode(bytes);
  }
  if (!words.trim()) return 'is empty';
  return isPage ? { id: name, html: words } : { id: name, text: words };
}

export async function fromFiles(files: Iterable<File>, date: string): Promise<Given> {
  const given: Given = { documents: [], refused: [] };
  for (const file of files) {
    const one = await documentOf(file);
    if (typeof one === 'string') given.refused.push({ where: file.name, reason: one });
    else given.documents.push({ ...one, ...(date && { date }) });
  }
  return given;
}

export function fromAddresses(lines: string): Given {
  const given: Given = { documents: [], refused: [] };
  for (const line of lines.split(/\s+/).filter(Boolean)) {
    if (/^https?:\/\/[^/]/i.test(line)) given.documents.push({ address: line });
    else given.refused.push({ where: line, reason: 'is no address of http or https' });
  }
  return given;
}

// A text that is pasted twice is one report, so its name is made of its words (FNV-1a).
export function nameOfText(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return 'pasted-' + hash.toString(16).padStart(16, '0');
}

// The id of the report that a document becomes. An address that leads elsewhere has another.
export function reportIdOf(document: Document): string {
  const key = document.address ?? document.url ?? 'given#' + document.id;
  const bytes = String.fromCharCode(...new TextEncoder().encode(key));
  return 'r-' + btoa(bytes).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

// What people know it by.
export function nameOf(document: Document): string {
  return document.title ?? document.address ?? document.url ?? document.id ?? '';
}

// In loads that the server takes in one request.
export function loadsOf(documents: Document[]): Document[][] {
  const loads: Document[][] = [];
  let size = Infinity;
  for (const document of documents) {
    const own = (document.text ?? document.html ?? document.address ?? '').length * 2;
    const last = loads.at(-1);
    if (!last || last.length >= 500 || size + own > most) {
      loads.push([document]);
      size = own;
    } else {
      last.push(document);
      size += own;
    }
  }
  return loads;
}
