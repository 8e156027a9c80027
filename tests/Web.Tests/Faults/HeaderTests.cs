using WorkflowAccountability.Web.Tests.Cases;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Faults;

public sealed class HeaderTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private readonly RunningSite site = demo.Site;

    [Fact]
    public async Task Every_answer_forbids_foreign_content_guessed_types_and_keeping()
    {
        using var stranger = site.Browser();
        using var official = await site.SignedInAsync("gov-zhang");
        var inbox = await official.GetAsync("/");

        var answers = new Dictionary<string, Page>
        {
            ["the door"] = await stranger.GetAsync("/sign-in"),
            ["a redirect"] = await stranger.GetAsync("/"),
            ["health"] = await stranger.GetAsync("/health"),
            ["a style sheet"] = await stranger.GetAsync("/site/site.css"),
            ["the inbox"] = inbox,
            ["a case"] = await official.GetAsync($"/cases/{await official.OpenCaseAsync()}"),
            ["no such page"] = await official.GetAsync("/nowhere"),
            ["no such item"] = await official.GetAsync("/work-items/nowhere"),
            ["no token"] = await official.PostAsync("/cases", [new("Title", "某河污染")]),
            ["a wrong title"] = await official.SubmitAsync(await official.GetAsync("/cases/new"), "/cases", new KeyValuePair<string, string>("Title", "")),
            ["signed out"] = await official.SubmitAsync(inbox, "/sign-out"),
        };

        answers.Values.Select(answer => answer.Status).Distinct().ShouldBe([200, 302, 404, 400, 422, 303], ignoreOrder: true);
        foreach (var (name, answer) in answers)
            ShouldBeGuarded(answer, name);
    }

    internal static void ShouldBeGuarded(Page answer, string name)
    {
        answer.Headers.TryGetValues("Content-Security-Policy", out var policy).ShouldBeTrue(name);
        policy!.Single().ShouldContain("default-src 'self'", customMessage: name);
        policy!.Single().ShouldContain("frame-ancestors 'none'", customMessage: name);
        answer.Headers.TryGetValues("X-Content-Type-Options", out var types).ShouldBeTrue(name);
        types!.Single().ShouldBe("nosniff", name);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue(name);
    }
}
