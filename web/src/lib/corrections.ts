// Saying what is right, and taking it back.
import { post, type Schemas } from './api';

export type Correction = Schemas['Correction'];
export type Saying = Schemas['Saying'];

export async function say(saying: Saying): Promise<Correction[]> {
  return (await post('/corrections', saying)).corrections;
}

export async function takeBack(id: string, why = ''): Promise<Correction> {
  const reason = why.trim() ? { why: why.trim() } : undefined;
  const { corrections } = await post('/corrections/{id}/undo', reason, { params: { id } });
  const [first] = corrections;
  if (!first) throw new Error('the server has taken nothing back');
  return first;
}

export const verbs: Record<Correction['verdict'], string> = {
  accept: 'Accepted',
  reject: 'Rejected',
  correct: 'Corrected',
  merge: 'Merged',
  split: 'Split',
};
