using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Access;

/// <summary>The endpoint list itself is walked, so that whatever is mapped tomorrow is asked too. There are no exemptions.</summary>
public sealed class EndpointTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private readonly RunningSite site = demo.Site;

    private IReadOnlyList<RouteEndpoint> Endpoints => [.. site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    [Fact]
    public void Nobody_reaches_an_endpoint_that_does_not_say_who_may()
    {
        Endpoints.Count.ShouldBeGreaterThan(15, "the test must see the endpoints, or it protects nothing");
        Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IAuthorizeData>() is null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Select(endpoint => endpoint.DisplayName).ShouldBeEmpty("add RequireAuthorization(…) or AllowAnonymous() where the endpoint is mapped");
    }

    [Fact]
    public void Only_the_door_the_language_the_health_and_the_published_reports_are_open_to_everybody() =>
        Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(endpoint => $"{MethodOf(endpoint)} {endpoint.RoutePattern.RawText}")
            .ShouldBe(["GET /health", "GET /health/live", "GET /health/ready", "GET /public", "GET /public/{id}", "GET /public/{id}/docx", "GET /sign-in", "POST /language", "POST /sign-in"], ignoreOrder: true);

    [Fact]
    public async Task A_stranger_is_led_to_the_door_from_every_page()
    {
        using var stranger = site.Browser();

        var answers = new List<string>();
        foreach (var path in PathsOf("GET").Where(path => !path.StartsWith("/public", StringComparison.Ordinal)).Except(["/sign-in", "/health", "/health/live", "/health/ready"]))
            answers.Add($"{path} {Seen(await stranger.GetAsync(path))}");

        answers.Count.ShouldBeGreaterThan(5);
        // A stream of events and the designer's API, which no person looks at, are refused with the same address.
        answers.Where(answer => !answer.Contains(" 302 /sign-in") && !answer.StartsWith("/events 401 /sign-in", StringComparison.Ordinal) && !IsRefusedApi(answer)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stranger_cannot_post_anything()
    {
        using var stranger = site.Browser();
        var token = (await stranger.GetAsync("/sign-in")).FieldsOf("/sign-in");

        var answers = new List<string>();
        foreach (var path in PathsOf("POST").Except(["/sign-in", "/language"]))
            answers.Add($"{path} {Seen(await stranger.PostAsync(path, token))}");

        answers.Count.ShouldBeGreaterThan(5);
        answers.Where(answer => !answer.Contains(" 302 /sign-in") && !IsRefusedApi(answer)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_post_that_did_not_come_from_a_page_of_this_site_is_refused()
    {
        using var administrator = await site.SignedInAsync("it-lu");

        var answers = new List<string>();
        foreach (var path in PathsOf("POST"))
            answers.Add($"{path} {Seen(await administrator.PostAsync(path, [new("_command", "c1"), new("Title", "某河污染"), new("Name", "it-lu")]))}");

        answers.Count.ShouldBeGreaterThan(5);
        answers.Where(answer => !answer.EndsWith(" 400 表单已过期", StringComparison.Ordinal)
            && !(answer.StartsWith("/elsa/", StringComparison.Ordinal) && answer.Contains(" 403 ", StringComparison.Ordinal))).ShouldBeEmpty();
        (await administrator.GetAsync("/")).Status.ShouldBe(200, "the refused sign-out must not have signed anybody out");
    }

    [Fact]
    public async Task A_path_that_leads_nowhere_tells_a_stranger_no_more_than_one_that_does()
    {
        using var stranger = site.Browser();

        var nowhere = await stranger.GetAsync("/nowhere");

        Seen(nowhere).ShouldStartWith("302 /sign-in");
    }

    private static bool IsRefusedApi(string answer) => answer.StartsWith("/elsa/", StringComparison.Ordinal) && answer.Contains(" 401 /sign-in", StringComparison.Ordinal);

    private IEnumerable<string> PathsOf(string method) => Endpoints.Where(endpoint => MethodOf(endpoint) == method)
        .Select(endpoint => endpoint.RoutePattern.RawText!.Replace("{id}", "00000000000000c1", StringComparison.Ordinal))
        .Select(path => path.StartsWith('/') ? path : "/" + path);

    private static string MethodOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is { HttpMethods: [var method, ..] } ? method : "GET";

    private static string Seen(Page page) => page.Location is { } there
        ? $"{page.Status} {(Uri.TryCreate(there, UriKind.Absolute, out var absolute) ? absolute.PathAndQuery : there)}"
        : $"{page.Status} {page.Text.Split(' ')[0]}";
}
