// Where the nodes of a network stand: by forces, from the same start each time and without chance,
// so that the same answer is always the same picture.
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import type { Schemas } from '../../lib/api';

type Network = Schemas['Network'];

export interface Node extends SimulationNodeDatum {
  id: string;
  name: string;
  state: string | null;
  meetings: number;
  radius: number;
  x: number;
  y: number;
}
export interface Edge {
  a: Node;
  b: Node;
  meetings: number;
}
export interface Layout {
  nodes: Node[];
  edges: Edge[];
}

const rounds = 300;

// Lays out the answer and fits it into the given width and height, in pixels. O(rounds × n log n).
export function layOut(network: Network, width: number, height: number): Layout {
  const most = Math.max(1, ...network.nodes.map((node) => node.meetings));
  const thickest = Math.max(1, ...network.edges.map((edge) => edge.meetings));
  const aspect = width / height;
  const nodes = [...network.nodes]
    .sort((a, b) => b.meetings - a.meetings || a.id.localeCompare(b.id))
    .map((node) => ({ ...node, radius: 5 + 15 * Math.sqrt(node.meetings / most), x: NaN, y: NaN }));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const edges = network.edges.flatMap(({ a, b, meetings }) => {
    const [from, to] = [byId.get(a), byId.get(b)];
    return from && to ? [{ a: from, b: to, meetings }] : [];
  });
  forceSimulation<Node>(nodes)
    .force(
      'link',
      forceLink<Node, { source: Node; target: Node; share: number }>(
        edges.map(({ a, b, meetings }) => ({ source: a, target: b, share: meetings / thickest })),
      )
        .distance((link) => 150 - 70 * link.share)
        .strength((link) => 0.05 + 0.4 * link.share),
    )
    .force('apart', forceManyBody<Node>().strength(-420))
    .force(
      'room',
      forceCollide<Node>((node) => node.radius + 16),
    )
    .force('x', forceX<Node>(0).strength(0.05))
    .force('y', forceY<Node>(0).strength(0.05 * Math.max(1, aspect)))
    .stop()
    .tick(rounds);
  fit(nodes, width, height);
  return { nodes, edges };
}

// Spreads what was laid out over the whole room, with space for names at the edges.
function fit(nodes: Node[], width: number, height: number): void {
  const margin = { x: Math.min(70, width / 7), y: 34 };
  const ends = (values: number[]) => [Math.min(...values), Math.max(...values)] as const;
  const [left, right] = ends(nodes.map((node) => node.x));
  const [top, bottom] = ends(nodes.map((node) => node.y));
  const room = (from: number, to: number, at: number, size: number, edge: number) =>
    to > from ? edge + ((at - from) / (to - from)) * (size - 2 * edge) : size / 2;
  for (const node of nodes) {
    node.x = room(left, right, node.x, width, margin.x);
    node.y = room(top, bottom, node.y, height, margin.y);
  }
}

// Who stands next to whom.
export function neighbours(edges: Edge[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const add = (from: string, to: string) => {
    const set = found.get(from) ?? new Set<string>();
    found.set(from, set.add(to));
  };
  for (const { a, b } of edges) {
    add(a.id, b.id);
    add(b.id, a.id);
  }
  return found;
}

// Whose names have room: the largest nodes first, none upon the name of another.
export function withRoom(nodes: Node[], width: number): Set<string> {
  const taken: { left: number; right: number; y: number }[] = [];
  const found = new Set<string>();
  for (const node of nodes) {
    const half = node.name.length * 3.6 + 3;
    const box = { left: node.x - half, right: node.x + half, y: node.y + node.radius };
    const free = taken.every(
      (other) => box.right < other.left || box.left > other.right || Math.abs(box.y - other.y) > 15,
    );
    if (!free || box.left < 0 || box.right > width) continue;
    taken.push(box);
    found.add(node.id);
  }
  return found;
}
