export { Badge, Detail, Details, refusalOf, SmallButton } from '../../common';
export { AnswerText } from './AnswerText';
export { EvidenceLink } from './EvidenceLink';
export { ItemStateMark } from './ItemStateMark';
export { ProgressMeter } from './ProgressMeter';
