using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Administration;

public sealed class AccountTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private readonly RunningSite site = demo.Site;

    [Fact]
    public async Task A_reset_ends_every_session_and_shows_a_password_once_that_opens_only_its_own_change()
    {
        using var owner = await site.SignedInAsync("env-zhou");
        using var administrator = await site.SignedInAsync("it-lu");
        var account = await administrator.GetAsync("/people/accounts/env-zhou");

        var shown = await ActAsync(administrator, account, "env-zhou", "Reset");
        var password = shown.TextOf("#one-time-password");
        var again = await ActAsync(administrator, account, "env-zhou", "Reset");

        password.Length.ShouldBe(20);
        again.Status.ShouldBe(303, "a repeat of the same form makes no second password");
        (await administrator.GetAsync("/people/accounts/env-zhou")).Text.ShouldNotContain(password);
        (await owner.GetAsync("/")).Status.ShouldBe(302);
        (await owner.SignInAsync("env-zhou")).Status.ShouldBe(401);
        (await owner.SignInAsync("env-zhou", password)).Status.ShouldBe(303);
        (await owner.GetAsync("/")).Location.ShouldEndWith("/password?ReturnUrl=%2F");
        (await site.ReadAsync(db => db.Administration.Select(entry => entry.Details).ToListAsync())).ShouldNotContain(details => details.Contains(password));
    }

    [Fact]
    public async Task A_locked_account_is_opened_again_with_its_own_password()
    {
        using var owner = site.Browser();
        for (var tries = 0; tries < 5; tries++)
            await owner.SignInAsync("env-li", "Wrong-2016-59");
        (await owner.SignInAsync("env-li")).Status.ShouldBe(401);
        using var administrator = await site.SignedInAsync("it-lu");
        var account = await administrator.GetAsync("/people/accounts/env-li");
        account.Text.ShouldContain("已锁定");

        await ActAsync(administrator, account, "env-li", "Unlock");

        (await owner.SignInAsync("env-li")).Status.ShouldBe(303);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_sessions_and_leaves_the_password()
    {
        using var owner = await site.SignedInAsync("env-wang");
        using var administrator = await site.SignedInAsync("it-lu");

        await ActAsync(administrator, await administrator.GetAsync("/people/accounts/env-wang"), "env-wang", "SignOut");

        (await owner.GetAsync("/")).Status.ShouldBe(302);
        (await owner.SignInAsync("env-wang")).Status.ShouldBe(303);
    }

    private static Task<Page> ActAsync(Browser administrator, Page account, string person, string act) =>
        administrator.SubmitAsync(account, $"/people/accounts/{person}", new KeyValuePair<string, string>("Act", act));
}
