import SearchIcon from '@material-ui/icons/Search';
import { useTranslation } from '../../hooks/useTranslation';
import { StateMessage } from './StateMessage';

/** There is no such thing, or none that the reader may see. */
export function NotFound(props: { dense?: boolean }) {
  const { t } = useTranslation();
  return (
    <StateMessage
      dense={props.dense}
      icon={<SearchIcon />}
      title={t('common.notFound.title')}
    >
      {t('common.notFound.text')}
    </StateMessage>
  );
}
