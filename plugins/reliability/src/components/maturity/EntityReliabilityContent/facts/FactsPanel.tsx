import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ServiceResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useId, useState } from 'react';
import { useTranslation } from '../../../../hooks/useTranslation';
import { Section } from '../../Section';
import { FactsTable } from './FactsTable';

const useStyles = makeStyles(theme => ({
  head: { display: 'flex', alignItems: 'center', gap: theme.spacing(2) },
}));

/** Every fact about the service; closed until somebody doubts a number. */
export function FactsPanel({ facts }: { facts: ServiceResponse['facts'] }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <Section
      title={t('entity.facts.title')}
      actions={
        <div className={classes.head}>
          <Typography variant="body2" color="textSecondary">
            {t('entity.facts.count', { count: facts.length })}
          </Typography>
          <Button
            size="small"
            variant="outlined"
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            onClick={() => setOpen(!open)}
          >
            {open ? t('entity.facts.hide') : t('entity.facts.show')}
          </Button>
        </div>
      }
    >
      {open && (
        <div id={id}>
          <FactsTable facts={facts} />
        </div>
      )}
    </Section>
  );
}
