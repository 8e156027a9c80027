using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Account;

public sealed class PasswordTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private const string Fresh = "Tianshan-Beilu-1";

    private readonly RunningSite site = demo.Site;

    [Theory]
    [InlineData("Short-1", "至少10个字符，须含大写字母、小写字母和数字。")]
    [InlineData("no-capital-1", "至少10个字符，须含大写字母、小写字母和数字。")]
    [InlineData("No-Digit-At-All", "至少10个字符，须含大写字母、小写字母和数字。")]
    [InlineData(Browser.DemoPassword, "新密码不能与现在的密码相同。")]
    public async Task A_bad_password_is_refused_with_the_reason(string fresh, string reason)
    {
        using var browser = await site.SignedInAsync("env-li");

        var answer = await ChangeAsync(browser, Browser.DemoPassword, fresh, fresh);

        answer.Status.ShouldBe(422);
        answer.Problems.ShouldBe([reason]);
        (await site.Browser().SignInAsync("env-li")).Status.ShouldBe(303, "the old password still holds");
    }

    [Fact]
    public async Task Two_different_new_passwords_are_refused()
    {
        using var browser = await site.SignedInAsync("env-li");

        (await ChangeAsync(browser, Browser.DemoPassword, Fresh, Fresh + "2")).Problems.ShouldBe(["两次输入的新密码不一致。"]);
    }

    [Fact]
    public async Task Who_does_not_know_the_present_password_cannot_change_it()
    {
        using var browser = await site.SignedInAsync("env-li");

        (await ChangeAsync(browser, "Wrong-2016-59", Fresh, Fresh)).Problems.ShouldBe(["现在的密码不正确。"]);
    }

    [Fact]
    public async Task A_changed_password_is_the_only_one_and_ends_every_other_session()
    {
        using var here = await site.SignedInAsync("env-wang");
        using var elsewhere = await site.SignedInAsync("env-wang");

        var answer = await ChangeAsync(here, Browser.DemoPassword, Fresh, Fresh);

        (answer.Status, answer.Location).ShouldBe((303, "/"));
        (await here.GetAsync("/")).Status.ShouldBe(200);
        (await elsewhere.GetAsync("/")).Status.ShouldBe(302);
        (await elsewhere.SignInAsync("env-wang")).Status.ShouldBe(401);
        (await elsewhere.SignInAsync("env-wang", Fresh)).Status.ShouldBe(303);
    }

    private static async Task<Page> ChangeAsync(Browser browser, string old, string fresh, string again) =>
        await browser.SubmitAsync(await browser.GetAsync("/password"), "/password", [new("Old", old), new("New", fresh), new("Again", again)]);
}
