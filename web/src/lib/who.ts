// What the roles of tokens may do; each may also what those before it may.
import type { About } from './api';

export type Role = About['role'];

const order: Role[] = ['reader', 'reviewer', 'editor'];

export const may: Record<Role, string> = {
  reader: 'ask everything and read texts without entering them',
  reviewer: 'also accept, reject, correct, merge and split, and take that back',
  editor: 'also enter reports, have them read again and forget them',
};

export function suffices(role: Role, needed: Role): boolean {
  return order.indexOf(role) >= order.indexOf(needed);
}
