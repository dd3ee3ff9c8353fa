import { Link } from '@backstage/core-components';
import { useLinks } from '../../../hooks/useLinks';
import { useTranslation } from '../../../hooks/useTranslation';
import {
  EXAMPLE_ACCOUNTS,
  EXAMPLE_ANNOTATION,
} from '../../../utils/incidents/example';
import { FirstSteps } from '../../common/FirstSteps';

/** What an incident history is made of, and how to have one. */
export function NotConnected() {
  const links = useLinks();
  const { t } = useTranslation();
  return (
    <FirstSteps
      title={t('incidentTab.connect.title')}
      what={t('incidentTab.connect.what')}
      examples={[
        {
          label: t('incidentTab.connect.annotation'),
          text: EXAMPLE_ANNOTATION,
        },
        { label: t('incidentTab.connect.accounts'), text: EXAMPLE_ACCOUNTS },
      ]}
      then={
        <>
          {t('incidentTab.connect.then')}{' '}
          <Link to={links.incidents('unmapped')} underline="always">
            {t('incidentTab.connect.unmapped')}
          </Link>
        </>
      }
    />
  );
}
