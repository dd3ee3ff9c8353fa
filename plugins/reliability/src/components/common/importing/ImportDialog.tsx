import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import type { ReactNode } from 'react';
import type { ImportSteps } from '../../../hooks/useImportSteps';
import { useTranslation } from '../../../hooks/useTranslation';
import { FormDialog } from '../FormDialog';
import { refusalOf } from '../refusal';
import { ImportReply, ImportTexts, ImportVerdicts } from './ImportVerdicts';

export interface ImportDialogProps {
  texts: ImportTexts;
  cancel: string;
  steps: ImportSteps<unknown, ImportReply>;
  /** Pixels of the rows that are not stored before they scroll; absent: all of them show. */
  maxHeight?: number;
  /** Where the rows come from. */
  children: ReactNode;
  onStore: () => void;
  onClose: () => void;
}

/** Takes rows, says what would come of each, and stores them when told to. */
export function ImportDialog(props: ImportDialogProps) {
  const { texts, cancel, steps, maxHeight, children, onStore, onClose } = props;
  const { tried, result, unreadable, state } = steps;
  const { t } = useTranslation();
  const count = tried?.stored ?? 0;
  const reply = result ?? tried;
  const refusal = unreadable
    ? t(`${texts}.unreadable`, { message: unreadable })
    : refusalOf(state, {
        forbidden: t(`${texts}.forbidden`),
        failed: message => t(`${texts}.failed`, { message }),
      });
  return (
    <FormDialog
      title={t(`${texts}.title`)}
      submit={result ? t(`${texts}.close`) : t(`${texts}.submit`, { count })}
      cancel={cancel}
      maxWidth="md"
      busy={state.kind === 'running'}
      blocked={!result && count === 0}
      refusal={refusal}
      onSubmit={result ? onClose : onStore}
      onClose={onClose}
    >
      <Typography variant="body2" paragraph>
        {t(`${texts}.text`)}
      </Typography>
      {children}
      {state.kind === 'running' && (
        <LinearProgress aria-label={t(`${texts}.trying`)} />
      )}
      <div role="status">
        {reply && (
          <ImportVerdicts
            texts={texts}
            reply={reply}
            dryRun={result === undefined}
            maxHeight={maxHeight}
          />
        )}
      </div>
    </FormDialog>
  );
}
