import { useRef, useState, type KeyboardEvent } from 'react';

/** What the keys need to know of a lane: where its blocks are, in percent. */
export interface LaneOfBlocks {
  readonly blocks: readonly { readonly left: number; readonly width: number }[];
}

interface Place {
  lane: number;
  block: number;
}

/** Where a key leads from a block; undefined where it leads nowhere. */
export function placeAfter(
  key: string,
  { lane, block }: Place,
  lanes: readonly LaneOfBlocks[],
): Place | undefined {
  const blocks = lanes[lane].blocks;
  const beside = (to: number) => {
    const other = lanes[to]?.blocks;
    if (!other || other.length === 0) return undefined;
    const middle = blocks[block].left + blocks[block].width / 2;
    const found = other.findIndex(({ left, width }) => left + width >= middle);
    return { lane: to, block: found < 0 ? other.length - 1 : found };
  };
  switch (key) {
    case 'ArrowRight':
      return block + 1 < blocks.length ? { lane, block: block + 1 } : undefined;
    case 'ArrowLeft':
      return block > 0 ? { lane, block: block - 1 } : undefined;
    case 'ArrowDown':
      return beside(lane + 1);
    case 'ArrowUp':
      return beside(lane - 1);
    case 'Home':
      return { lane, block: 0 };
    case 'End':
      return { lane, block: blocks.length - 1 };
    default:
      return undefined;
  }
}

/** One stop for Tab in a whole timeline; the arrow keys move inside of it. */
export function useBlockKeys(lanes: readonly LaneOfBlocks[]) {
  const root = useRef<HTMLDivElement>(null);
  const [looked, setLooked] = useState<Place>();
  const known = looked && lanes[looked.lane]?.blocks[looked.block];
  const first = lanes.findIndex(({ blocks }) => blocks.length > 0);
  const current = known && looked ? looked : { lane: first, block: 0 };
  const onKeyDown = (event: KeyboardEvent) => {
    if (first < 0) return;
    const next = placeAfter(event.key, current, lanes);
    if (!next) return;
    event.preventDefault();
    root.current
      ?.querySelector<HTMLElement>(`[data-place="${next.lane}-${next.block}"]`)
      ?.focus();
  };
  return {
    root,
    current,
    looked: known ? looked : undefined,
    setLooked,
    onKeyDown,
  };
}
