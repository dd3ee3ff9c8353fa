import { Link } from '@backstage/core-components';
import { useLinks } from '../../../hooks/useLinks';
import { useTranslation } from '../../../hooks/useTranslation';
import {
  EXAMPLE_ANNOTATION,
  EXAMPLE_FORMS,
} from '../../../utils/oncall/example';
import { FirstSteps } from '../../common/FirstSteps';

/** What a rotation is, and what to write down to have one. */
export function NoRotation() {
  const links = useLinks();
  const { t } = useTranslation();
  return (
    <FirstSteps
      title={t('oncall.empty.title')}
      what={t('oncall.empty.what')}
      examples={[
        { label: t('oncall.empty.annotation'), text: EXAMPLE_ANNOTATION },
        { label: t('oncall.empty.forms'), text: EXAMPLE_FORMS },
      ]}
      then={
        <>
          {t('oncall.empty.then')}{' '}
          <Link to={`${links.oncall()}?show=accounts`} underline="always">
            {t('oncall.empty.accounts')}
          </Link>
        </>
      }
    />
  );
}
