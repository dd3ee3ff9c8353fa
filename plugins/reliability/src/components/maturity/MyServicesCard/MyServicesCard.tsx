import { useMyOwnerRefs } from '../../../hooks/useMyOwnerRefs';
import { useTranslation } from '../../../hooks/useTranslation';
import { Async, StateMessage } from '../../async';
import { MyServices } from './MyServices';

/**
 * What fills the home page widget: the services of the reader and of their groups, the lowest first.
 * The frame and the title are the home page's.
 *
 * @public
 */
export function MyServicesCard() {
  const { t } = useTranslation();
  return (
    <Async state={useMyOwnerRefs()} dense>
      {owners =>
        // No owner means nobody's services. It must never become a question for everybody's.
        owners.length > 0 ? (
          <MyServices owners={owners} />
        ) : (
          <StateMessage title={t('home.nobody')} dense>
            {t('home.nobodyText')}
          </StateMessage>
        )
      }
    </Async>
  );
}
