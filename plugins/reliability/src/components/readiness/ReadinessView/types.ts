import type {
  ChecklistResponse,
  ReadinessWriteResponse,
} from '@plimsoll/backstage-plugin-reliability-common';

/** What the reader may do with the checklist of a service. */
export interface ReviewRights {
  mayAnswer: boolean;
  mayReview: boolean;
}

/** What every part of a checklist that can change it is given. */
export interface ChecklistPartProps {
  checklist: ChecklistResponse;
  rights: ReviewRights;
  onWritten: (reply: ReadinessWriteResponse) => void;
}
