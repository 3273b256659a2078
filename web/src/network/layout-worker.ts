import { layOut } from './layout.ts';
import type { LayoutNode, LayoutTie } from './layout.ts';

self.onmessage = ({ data: { id, nodes, ties } }: MessageEvent<{ id: number; nodes: LayoutNode[]; ties: LayoutTie[] }>) => self.postMessage({ id, layout: layOut(nodes, ties) });
