namespace WorkflowAccountability.Web.Account;

/// <summary>Beside it lie the texts of sign-in and password.</summary>
public sealed class AccountTexts;
