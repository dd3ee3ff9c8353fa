import { makeStyles } from '@material-ui/core/styles';
import type { ServiceIncidentsResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useOwed } from '../../../hooks/incidents/useOwed';
import { useTranslation } from '../../../hooks/useTranslation';
import { Async } from '../../async';
import { Section } from '../../maturity/Section';
import { DeclareButton } from '../parts/DeclareButton';
import { ContractText } from './ContractText';
import { OpenNow } from './OpenNow';
import { OwedList } from './OwedList';
import { useDoubt } from './useDoubt';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 380px), 1fr))',
    gap: theme.spacing(2, 4),
    alignItems: 'start',
  },
}));

/** Is something on now, and what is owed for what is over? */
export function NowSection(props: { value: ServiceIncidentsResponse }) {
  const { value } = props;
  const { entityRef, title, canEdit } = value;
  const classes = useStyles();
  const { t } = useTranslation();
  const doubt = useDoubt(value);
  return (
    <Section
      title={t('incidentTab.now.title')}
      actions={canEdit && <DeclareButton service={{ entityRef, title }} />}
    >
      <Async state={useOwed(entityRef)} dense>
        {owed => (
          <div className={classes.root}>
            <OpenNow open={owed.open} doubt={doubt} />
            <div>
              <OwedList owed={owed} />
              <ContractText value={value} />
            </div>
          </div>
        )}
      </Async>
    </Section>
  );
}
