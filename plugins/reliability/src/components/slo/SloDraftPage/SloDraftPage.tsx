import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { SloDiagnosticItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useRef } from 'react';
import { useSearchParams } from 'react-router-dom';
import useSessionStorage from 'react-use/esm/useSessionStorage';
import { useDryRun, useValidate } from '../../../hooks/slo/useDraft';
import { useLinks } from '../../../hooks/useLinks';
import { useTranslation } from '../../../hooks/useTranslation';
import { offsetOf } from '../../../utils/slo/cursor';
import { DraftForm } from './DraftForm';
import { DraftResults } from './DraftResults';
import { LINE_HEIGHT } from './DraftEditor';

const useStyles = makeStyles(theme => ({
  root: {
    ...theme.typography.body2,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
  },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    alignItems: 'start',
    gap: theme.spacing(2),
    [theme.breakpoints.down('md')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
  },
  intro: { maxWidth: '80ch' },
}));

/** A document is checked and tried over the days behind, before it is committed. */
export function SloDraftPage() {
  const classes = useStyles();
  const { t } = useTranslation();
  const links = useLinks();
  const field = useRef<HTMLTextAreaElement>(null);
  // A draft must not be gone because its writer looked something up.
  const [document, setDocument] = useSessionStorage('plimsoll.slo-draft', '');
  const [search, setSearch] = useSearchParams();
  const service = search.get('service') ?? '';
  const validate = useValidate();
  const dryRun = useDryRun();
  const goTo = ({ line, column }: SloDiagnosticItem) => {
    const offset = offsetOf(document, line, column);
    field.current?.focus();
    field.current?.setSelectionRange(offset, offset);
    if (field.current) field.current.scrollTop = (line - 4) * LINE_HEIGHT;
  };
  return (
    <div className={classes.root}>
      <div className={classes.intro}>
        <Link to={links.slos()}>{t('sloDraft.back')}</Link>
        <Typography variant="h5" component="h2">
          {t('sloDraft.title')}
        </Typography>
        {t('sloDraft.intro')}
      </div>
      <div className={classes.columns}>
        <DraftForm
          field={field}
          document={document}
          onDocument={setDocument}
          service={service}
          onService={value =>
            setSearch(value ? { service: value } : {}, { replace: true })
          }
          validate={validate}
          dryRun={dryRun}
        />
        <DraftResults
          document={document}
          validated={validate.state}
          tried={dryRun.state}
          onPlace={goTo}
        />
      </div>
    </div>
  );
}
