using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Account;

public sealed class SignInTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private readonly RunningSite site = demo.Site;

    [Fact]
    public async Task An_official_who_was_led_to_the_door_goes_on_to_where_he_wanted_to_go()
    {
        using var browser = site.Browser();
        var led = await browser.GetAsync("/cases");
        var door = await browser.GetAsync(new Uri(led.Location!).PathAndQuery);

        var answer = await browser.SubmitAsync(door, "/sign-in", [new("Name", "env-li"), new("Password", Browser.DemoPassword)]);

        answer.Status.ShouldBe(303);
        answer.Location.ShouldBe("/cases");
        (await browser.GetAsync("/cases")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_read_the_same()
    {
        using var browser = site.Browser();

        var wrong = await browser.SignInAsync("env-wang", "Wrong-2016-59");
        var unknown = await browser.SignInAsync("nobody", "Wrong-2016-59");

        wrong.Status.ShouldBe(401);
        wrong.Problems.ShouldBe(["用户名或密码不正确。连续5次错误将锁定15分钟。"]);
        (unknown.Status, unknown.Text).ShouldBe((wrong.Status, wrong.Text));
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_even_for_the_right_one()
    {
        using var browser = site.Browser();
        for (var tries = 0; tries < 5; tries++)
            await browser.SignInAsync("env-sun", "Wrong-2016-59");

        var answer = await browser.SignInAsync("env-sun");

        answer.Status.ShouldBe(401);
        answer.Problems.ShouldBe(["账号已锁定，请15分钟后再试，或联系系统管理员。"]);
        (await browser.GetAsync("/")).Status.ShouldBe(302);
    }

    [Fact]
    public async Task Four_wrong_passwords_do_not()
    {
        using var browser = site.Browser();
        for (var tries = 0; tries < 4; tries++)
            await browser.SignInAsync("env-zhou", "Wrong-2016-59");

        (await browser.SignInAsync("env-zhou")).Status.ShouldBe(303);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/案件")]
    [InlineData("")]
    public async Task Signing_in_never_leads_to_a_foreign_site(string returnUrl)
    {
        using var browser = site.Browser();

        var answer = await browser.SignInAsync("env-li", returnUrl: returnUrl);

        (answer.Status, answer.Location).ShouldBe((303, "/"));
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        using var browser = await site.SignedInAsync("env-li");

        var answer = await browser.SubmitAsync(await browser.GetAsync("/"), "/sign-out");

        (answer.Status, answer.Location).ShouldBe((303, "/sign-in"));
        (await browser.GetAsync("/")).Status.ShouldBe(302);
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_for_scripts_and_foreign_sites()
    {
        using var browser = site.Browser();

        var answer = await browser.SignInAsync("env-li");

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("accountability=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
    }

    [Fact]
    public async Task An_unknown_name_costs_as_many_hashes_as_a_known_one()
    {
        var data = RunningSite.NewFolder();
        var hasher = new Counting();
        await using (var counted = await RunningSite.StartAsync(data, adjust: services => services.AddSingleton<IPasswordHasher<Official>>(hasher)))
        {
            using var browser = counted.Browser();
            await browser.SignInAsync("env-wang", "Wrong-2016-59");
            var known = hasher.Verified;

            await browser.SignInAsync("nobody", "Wrong-2016-59");

            (known, hasher.Verified).ShouldBe((1, 2));
        }
        data.Delete(recursive: true);
    }

    private sealed class Counting : PasswordHasher<Official>
    {
        public int Verified { get; private set; }

        public override PasswordVerificationResult VerifyHashedPassword(Official user, string hashedPassword, string providedPassword)
        {
            Verified++;
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
