import { makeStyles } from '@material-ui/core/styles';
import type {
  ChecklistItem,
  TiersResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useId, useState } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';
import { durationWords } from '../../../utils/durationWords';
import { SafeMarkdown } from '../../common';
import { Rule } from '../../maturity/Rule';
import { Badge, Detail, Details, SmallButton } from '../../readiness/parts';
import { Anchor } from './Anchor';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(1, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1),
  },
}));

interface ItemDefinitionProps {
  item: ChecklistItem;
  anchor: string;
  tiers: TiersResponse['items'];
}

function useExpiryWords(tiers: TiersResponse['items']) {
  const { t } = useTranslation();
  const nameOf = (tier: string) =>
    tier === 'default'
      ? t('standards.checklist.otherTiers')
      : tiers.find(({ id }) => id === tier)?.name ?? tier;
  return (expires: ChecklistItem['expires']) => {
    if (!expires) return t('standards.checklist.holds');
    if (typeof expires === 'string') return durationWords(expires);
    return Object.entries(expires)
      .map(([tier, iso]) =>
        t('standards.checklist.expiresAt', {
          tier: nameOf(tier),
          duration: durationWords(iso),
        }),
      )
      .join('; ');
  };
}

/** What there is to say about an item beyond its title. */
function ItemRules({ item, tiers }: Omit<ItemDefinitionProps, 'anchor'>) {
  const { t } = useTranslation();
  const expiryWords = useExpiryWords(tiers);
  const { required, verify, evidence, expires, why, how } = item;
  return (
    <Details>
      {typeof required === 'string' && (
        <Detail label={t('standards.checklist.requiredWhen')}>
          <Rule text={required} />
        </Detail>
      )}
      {verify === 'manual' ? (
        <>
          <Detail label={t('standards.checklist.evidence')}>
            {t(`standards.checklist.evidences.${evidence}`)}
          </Detail>
          <Detail label={t('standards.checklist.expires')}>
            {expiryWords(expires)}
          </Detail>
        </>
      ) : (
        <Detail label={t('standards.checklist.verify')}>
          <Rule text={verify} />
        </Detail>
      )}
      {why && (
        <Detail label={t('standards.checklist.why')}>
          <SafeMarkdown text={why} />
        </Detail>
      )}
      {how && (
        <Detail label={t('standards.checklist.how')}>
          <SafeMarkdown text={how} />
        </Detail>
      )}
    </Details>
  );
}

/** One item as documentation. The rules of sixty items are long, so each is opened by itself. */
export function ItemDefinition({ item, anchor, tiers }: ItemDefinitionProps) {
  const classes = useStyles();
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const id = useId();
  const { required, verify } = item;
  return (
    <article className={classes.root} aria-labelledby={anchor}>
      <div className={classes.head}>
        <Anchor
          id={anchor}
          name={item.title}
          component="h5"
          variant="subtitle2"
        />
        <Badge>
          {required === false
            ? t('standards.checklist.optional')
            : t(
                required === true
                  ? 'standards.checklist.required'
                  : 'standards.checklist.byTier',
              )}
        </Badge>
        <Badge>
          {verify === 'manual'
            ? t('standards.checklist.manual')
            : t('standards.checklist.automatic')}
        </Badge>
        <SmallButton
          quiet
          aria-expanded={open}
          aria-controls={id}
          aria-label={`${t('standards.checklist.details')}: ${item.title}`}
          onClick={() => setOpen(!open)}
        >
          {t('standards.checklist.details')}
        </SmallButton>
      </div>
      <div id={id} hidden={!open}>
        {open && <ItemRules item={item} tiers={tiers} />}
      </div>
    </article>
  );
}
