import type {
  ChecklistResponse,
  ReadinessWriteResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { ContestDialog } from './ContestDialog';
import { HistoryDialog } from './HistoryDialog';
import { KeysDialog } from './KeysDialog';
import { SettleDialog } from './SettleDialog';

/** Which dialog of the list is open, and about which item. */
export type ItemDialog =
  | { kind: 'contest' | 'settle' | 'history'; id: string }
  | { kind: 'keys' };

/** The dialogs of the list; one for all rows, so that a row stays light. */
export function ItemDialogs(props: {
  dialog: ItemDialog;
  checklist: ChecklistResponse;
  onWritten: (reply: ReadinessWriteResponse) => void;
  onReread: (checklist: ChecklistResponse) => void;
  onClose: () => void;
}) {
  const { dialog, checklist, onWritten, onReread, onClose } = props;
  if (dialog.kind === 'keys') return <KeysDialog onClose={onClose} />;
  const item = checklist.items.find(({ id }) => id === dialog.id);
  if (!item) return null;
  const place = {
    entityRef: checklist.entityRef,
    checklist: checklist.id,
    item: item.id,
  };
  const write = {
    place,
    item,
    onClose,
    onReread,
    onWritten: (reply: ReadinessWriteResponse) => {
      onClose();
      onWritten(reply);
    },
  };
  switch (dialog.kind) {
    case 'contest':
      return <ContestDialog {...write} />;
    case 'settle':
      return <SettleDialog {...write} />;
    default:
      return <HistoryDialog place={place} item={item} onClose={onClose} />;
  }
}
