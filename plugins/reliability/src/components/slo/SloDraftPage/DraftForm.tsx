import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type { RefObject } from 'react';
import type { useDryRun, useValidate } from '../../../hooks/slo/useDraft';
import { useTranslation } from '../../../hooks/useTranslation';
import { Section } from '../../maturity/Section';
import { DraftEditor } from './DraftEditor';
import { Samples, ServiceField } from './DraftSource';
import { TrialActions } from './TrialActions';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(1.5),
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 2),
  },
  check: { textTransform: 'none' },
}));

export interface DraftFormProps {
  field: RefObject<HTMLTextAreaElement>;
  document: string;
  onDocument: (document: string) => void;
  /** Entity reference; empty for none. */
  service: string;
  onService: (service: string) => void;
  validate: ReturnType<typeof useValidate>;
  dryRun: ReturnType<typeof useDryRun>;
}

/** The document, what it is for, and what can be done with it. */
export function DraftForm(props: DraftFormProps) {
  const { field, document, onDocument, service, onService } = props;
  const { validate, dryRun } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const empty = document.trim() === '';
  const checking = validate.state.kind === 'running';
  const check = () => {
    const entityRef = service.trim();
    if (!empty) validate.run({ document, ...(entityRef && { entityRef }) });
  };
  const checked =
    validate.state.kind === 'done' && validate.state.value.document === document
      ? validate.state.value.reply.slos
      : [];
  return (
    <Section title={t('sloDraft.editor.title')}>
      <div className={classes.root}>
        <Samples document={document} onChange={onDocument} />
        <DraftEditor
          field={field}
          value={document}
          onChange={onDocument}
          onCheck={check}
        />
        <ServiceField value={service} onChange={onService} />
        <div className={classes.actions}>
          <Button
            variant="contained"
            color="primary"
            className={classes.check}
            disabled={empty || checking}
            onClick={check}
          >
            {t(checking ? 'sloDraft.check.running' : 'sloDraft.check.action')}
          </Button>
          <TrialActions
            slos={checked}
            disabled={empty}
            running={dryRun.state.kind === 'running'}
            onRun={request => dryRun.run({ document, ...request })}
          />
        </div>
      </div>
    </Section>
  );
}
