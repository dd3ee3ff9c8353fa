export { AnswerText } from './AnswerText';
export { Badge } from './Badge';
export { Detail, Details } from './Details';
export { EvidenceLink } from './EvidenceLink';
export { ItemStateMark } from './ItemStateMark';
export { ProgressMeter } from './ProgressMeter';
export { refusalOf } from './refusal';
export { SmallButton } from './SmallButton';
