export { AttentionReasons } from './AttentionReasons';
export { Badge } from './Badge';
export { CauseChip } from './CauseChip';
export { ChoiceField } from './ChoiceField';
export { CountFilter } from './CountFilter';
export { Detail, Details } from './Details';
export { DimensionBars } from './DimensionBars';
export { EnforcementChip } from './EnforcementChip';
export { ExportButton } from './ExportButton';
export { FormDialog } from './FormDialog';
export type { FormDialogProps } from './FormDialog';
export { KnownBar } from './KnownBar';
export { LevelChip } from './LevelChip';
export { LevelGlyph } from './LevelGlyph';
export { ListFrame } from './ListFrame';
export type { ListFrameProps } from './ListFrame';
export { ListPager } from './ListPager';
export type { PageAddress } from './ListPager';
export { OutcomeMark } from './OutcomeMark';
export {
  levelColor,
  statusColors,
  trackColor,
  unknownPattern,
} from './palette';
export { PlimsollIcon } from './PlimsollIcon';
export { refusalOf } from './refusal';
export type { RefusalWords } from './refusal';
export { SafeMarkdown } from './SafeMarkdown';
export { ScoreBar } from './ScoreBar';
export { SmallButton } from './SmallButton';
export { TierChip } from './TierChip';
export { TimeAgo } from './TimeAgo';
export { Trend } from './Trend';
export { visuallyHidden } from './visuallyHidden';
