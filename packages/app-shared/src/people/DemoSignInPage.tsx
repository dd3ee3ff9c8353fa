import { ProxiedSignInPage } from '@backstage/core-components';
import { SignInPageProps } from '@backstage/core-plugin-api';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { chosenPerson, signInAs } from './chosenPerson';
import { GUEST } from './people';

/** A person may be unknown for some seconds after a first start, until the catalog was read. */
function NotSignedIn({ error }: { error?: Error }) {
  return (
    <Box role="alert" maxWidth={560} margin="20vh auto" padding={3}>
      <Typography variant="h3" component="h1" gutterBottom>
        You could not be signed in
      </Typography>
      <Typography gutterBottom>
        {error?.message}. After a first start the people of the company are
        known within a minute.
      </Typography>
      <Box display="flex" flexWrap="wrap" gridGap={12} marginTop={3}>
        <Button
          variant="contained"
          color="primary"
          onClick={() => window.location.reload()}
        >
          Try again
        </Button>
        <Button variant="outlined" onClick={() => signInAs(GUEST)}>
          Sign in as Maren Oake
        </Button>
      </Box>
    </Box>
  );
}

/**
 * Signs in without a click: as the guest, or as the person of the demo company who was chosen with
 * `SignedInAs`.
 */
export function DemoSignInPage(props: SignInPageProps) {
  const name = chosenPerson();
  return name === undefined ? (
    <ProxiedSignInPage {...props} provider="guest" />
  ) : (
    <ProxiedSignInPage
      {...props}
      provider="demo"
      headers={{ 'x-demo-person': name }}
      ErrorComponent={NotSignedIn}
    />
  );
}
