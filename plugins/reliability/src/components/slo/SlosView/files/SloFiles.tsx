import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import {
  sloFileKinds,
  useSloFile,
  type SloFileKind,
  type SloFileSubject,
} from '../../../../hooks/slo/useSloFile';
import { useTranslation } from '../../../../hooks/useTranslation';
import { saveTextFile } from '../../../../utils/textFile';
import { Async } from '../../../async';
import { SmallButton } from '../../../common';
import { CodeBlock } from '../../common';

const useStyles = makeStyles(theme => ({
  choice: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(1.5),
  },
}));

const endings: Record<SloFileKind, string> = {
  prometheus: 'rules.yaml',
  prometheusrule: 'prometheusrule.yaml',
  tests: 'rules.test.yaml',
  openslo: 'openslo.yaml',
};

function SloFile(props: {
  subject: SloFileSubject;
  kind: SloFileKind;
  fileName: string;
}) {
  const { subject, kind, fileName } = props;
  const { t } = useTranslation();
  const state = useSloFile(subject, kind);
  const name = `${fileName}.${endings[kind]}`;
  return (
    <Async state={state} dense>
      {text => (
        <CodeBlock
          label={name}
          text={text}
          actions={
            <SmallButton
              onClick={() => saveTextFile(name, text, 'application/yaml')}
            >
              {t('slo.files.download')}
            </SmallButton>
          }
        />
      )}
    </Async>
  );
}

export interface SloFilesProps {
  subject: SloFileSubject;
  /** What names of files begin with. */
  fileName: string;
  /** Whether there are rules; without them only the OpenSLO document is offered. */
  rules: boolean;
}

/** The files that follow from SLOs, one of them shown; nothing is asked for before one is chosen. */
export function SloFiles({ subject, fileName, rules }: SloFilesProps) {
  const classes = useStyles();
  const { t } = useTranslation();
  const [kind, setKind] = useState<SloFileKind>();
  const kinds = sloFileKinds.filter(each =>
    each === 'openslo' ? 'slo' in subject : rules,
  );
  return (
    <>
      <div
        className={classes.choice}
        role="group"
        aria-label={t('slo.files.label')}
      >
        {kinds.map(each => (
          <SmallButton
            key={each}
            aria-pressed={each === kind}
            onClick={() => setKind(each === kind ? undefined : each)}
          >
            {t(`slo.files.kind.${each}`)}
          </SmallButton>
        ))}
      </div>
      {kind && <SloFile subject={subject} kind={kind} fileName={fileName} />}
    </>
  );
}
