import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { useOncallLink } from '../../../hooks/oncall/useOncallLink';
import { useServiceOncall } from '../../../hooks/oncall/useServiceOncall';
import { useTranslation } from '../../../hooks/useTranslation';
import { Async } from '../../async';
import { PeopleProvider } from '../common';
import { OncallSummary } from './OncallSummary';

/**
 * The card on an entity's overview: who is on call, until when, who is next, and the worst doubt.
 *
 * @public
 */
export function EntityOncallCard() {
  const { entity } = useEntity();
  const { t } = useTranslation();
  const entityRef = stringifyEntityRef(entity);
  const oncallLink = useOncallLink();
  return (
    <EntityInfoCard
      title={t('oncall.card.title')}
      footerActions={
        <Link to={oncallLink(entityRef)}>{t('oncall.card.open')}</Link>
      }
    >
      <Async
        state={useServiceOncall(entityRef)}
        notFound={
          <Typography variant="body2" color="textSecondary">
            {t('oncall.card.notService')}
          </Typography>
        }
        dense
      >
        {value => (
          <PeopleProvider people={value.people}>
            <OncallSummary value={value} />
          </PeopleProvider>
        )}
      </Async>
    </EntityInfoCard>
  );
}
