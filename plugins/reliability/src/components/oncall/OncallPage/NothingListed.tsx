import Button from '@material-ui/core/Button';
import FilterIcon from '@material-ui/icons/FilterList';
import type { OncallAddress } from '../../../hooks/oncall/useOncall';
import { useTranslation } from '../../../hooks/useTranslation';
import {
  isOncallFiltered,
  withoutOncallFilters,
} from '../../../utils/oncall/params';
import { StateMessage } from '../../async';

/** Why a list is empty: because of its filters, or because there is nothing. */
export function NothingListed(props: {
  address: OncallAddress;
  title: string;
  text: string;
}) {
  const { address, title, text } = props;
  const { params, change } = address;
  const { t } = useTranslation();
  if (!isOncallFiltered(params)) {
    return <StateMessage title={title}>{text}</StateMessage>;
  }
  return (
    <StateMessage
      icon={<FilterIcon />}
      title={t('oncalls.noMatch.title')}
      action={
        <Button
          size="small"
          variant="outlined"
          onClick={() => change(withoutOncallFilters(params))}
        >
          {t('oncalls.noMatch.clear')}
        </Button>
      }
    >
      {t('oncalls.noMatch.text')}
    </StateMessage>
  );
}
