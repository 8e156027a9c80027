using WorkflowAccountability.Web.Start;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Operations;

/// <summary>The site behind a proxy that ends TLS. The proxy of these tests is this machine.</summary>
public sealed class TrustedProxyTests : IDisposable
{
    private readonly DirectoryInfo data = RunningSite.NewFolder();

    public void Dispose() => data.Delete(recursive: true);

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.0.0/16, 127.0.0.0/8, ::1")]
    public async Task Whoever_comes_by_TLS_through_a_known_proxy_is_led_on_by_TLS_and_his_cookies_never_leave_it(string proxies)
    {
        await using var site = await RunningSite.StartAsync(data, settings: ["--known-proxies", proxies]);

        var (led, cookies, kept) = await AskAsync(site, scheme: "https");

        led.ShouldBe(Uri.UriSchemeHttps);
        cookies.ShouldNotBeEmpty();
        cookies.ShouldAllBe(cookie => cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase));
        kept.ShouldBe("max-age=31536000");
    }

    [Theory]
    [InlineData("")]
    [InlineData("10.1.2.3")]
    public async Task What_anybody_else_says_of_a_request_is_not_believed(string proxies)
    {
        await using var site = await RunningSite.StartAsync(data, settings: ["--known-proxies", proxies]);

        var (led, cookies, kept) = await AskAsync(site, scheme: "https");

        led.ShouldBe(Uri.UriSchemeHttp);
        cookies.ShouldNotBeEmpty();
        kept.ShouldBeNull();
    }

    [Fact]
    public async Task A_list_of_proxies_that_cannot_be_read_stops_the_start_with_each_fault()
    {
        var refusal = await Should.ThrowAsync<StartRefusedException>(() =>
            RunningSite.StartAsync(data, settings: ["--known-proxies", "127.0.0.1, proxy.example, 0.0.0.0/0"]));

        refusal.Message.ShouldContain("'proxy.example'");
        refusal.Message.ShouldContain("'0.0.0.0/0'");
        refusal.Message.ShouldNotContain("'127.0.0.1'");
    }

    // The page behind the door, and the door itself with the cookie of its form.
    private static async Task<(string Led, IReadOnlyList<string> Cookies, string? Kept)> AskAsync(RunningSite site, string scheme)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false };
        using var client = new HttpClient(handler) { BaseAddress = site.Address };
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", scheme);
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        using var behind = await client.GetAsync(new Uri("/cases", UriKind.Relative));
        using var door = await client.GetAsync(new Uri("/sign-in", UriKind.Relative));
        return (behind.Headers.Location!.Scheme, [.. door.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : []],
            door.Headers.TryGetValues("Strict-Transport-Security", out var kept) ? kept.Single() : null);
    }
}
