-- Nothing is asked of a sign-in service after the sign-in: its tokens are kept no more (api/src/accounts/auth.ts).
UPDATE credential SET access_token = NULL, refresh_token = NULL, id_token = NULL, access_token_expires_at = NULL, refresh_token_expires_at = NULL;
