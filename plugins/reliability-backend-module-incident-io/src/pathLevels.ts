import { PathNode, PathTarget } from './answers';

/** The levels of an escalation path, the first is paged first. */
export interface PathLevels {
  readonly levels: readonly (readonly PathTarget[])[];
  /** Whether the path depends on the alert or the time; then only one branch was followed. */
  readonly branches: boolean;
  /** Steps or targets that could not be understood, or lead to another path. */
  readonly unreadable: number;
}

type Nodes = readonly (PathNode | null | undefined)[];

/** Steps that page nobody by themselves. */
const SILENT = ['repeat', 'notify_channel', 'delay'];

const NONE: PathLevels = { levels: [], branches: false, unreadable: 0 };

const isUrgent = (nodes: Nodes): boolean =>
  nodes.some(
    node =>
      node?.level?.targets?.some(target => target?.urgency === 'high') ||
      isUrgent(node?.if_else?.then_path ?? []) ||
      isUrgent(node?.if_else?.else_path ?? []),
  );

const join = (left: PathLevels, right: PathLevels): PathLevels => ({
  levels: [...left.levels, ...right.levels],
  branches: left.branches || right.branches,
  unreadable: left.unreadable + right.unreadable,
});

/** The branch that wakes people up; of two, the first that is not empty. */
function branchOf({ then_path, else_path }: NonNullable<PathNode['if_else']>) {
  const [yes, no] = [then_path ?? [], else_path ?? []];
  if (yes.length === 0) return no;
  return isUrgent(no) && !isUrgent(yes) ? no : yes;
}

function levelOf({ targets }: NonNullable<PathNode['level']>): PathLevels {
  if (!targets) return { ...NONE, unreadable: 1 };
  const known = targets.flatMap(target =>
    target?.id && target.type ? [target] : [],
  );
  const people = known.filter(({ type }) => type !== 'slack_channel');
  const unreadable = targets.length - known.length;
  const onlyTold = people.length === 0 && targets.length > 0;
  // A level that only writes to a channel pages nobody, and no level above it moves up by it.
  return {
    ...NONE,
    levels: onlyTold && !unreadable ? [] : [people],
    unreadable,
  };
}

function stepOf(node: PathNode | null | undefined): PathLevels {
  if (node?.level) return levelOf(node.level);
  if (node?.if_else) {
    return { ...pathLevels(branchOf(node.if_else)), branches: true };
  }
  return SILENT.includes(node?.type ?? '') ? NONE : { ...NONE, unreadable: 1 };
}

/**
 * The levels of an escalation path. Where it branches by conditions, those of the branch that pages with high
 * urgency.
 */
export function pathLevels(nodes: Nodes): PathLevels {
  return nodes.map(stepOf).reduce(join, NONE);
}
