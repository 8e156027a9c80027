using System.Text.RegularExpressions;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Account;

public sealed partial class FirstAdministratorTests : IDisposable
{
    private const string Own = "Tianshan-Beilu-1";

    private readonly DirectoryInfo data = RunningSite.NewFolder();

    [Fact]
    public async Task The_first_start_prints_a_password_once_that_opens_nothing_but_the_change_of_it()
    {
        var (site, printed) = await StartedAsync();
        await using var running = site;
        using var browser = site.Browser();

        var oneTime = OneTime().Match(printed).Groups[1].Value;
        var door = await browser.SignInAsync("administrator", oneTime);
        var inbox = await browser.GetAsync("/");
        var people = await browser.GetAsync("/people");
        var change = await browser.GetAsync("/password");
        var changed = await browser.SubmitAsync(change, "/password", [new("Old", oneTime), new("New", Own), new("Again", Own)]);

        door.Status.ShouldBe(303);
        foreach (var led in new[] { inbox, people })
            new Uri(led.Location!).AbsolutePath.ShouldBe("/password");
        change.Text.ShouldContain("首次登录，请先设置只有您本人知道的密码。");
        (changed.Status, changed.Location).ShouldBe((303, "/"));
        (await browser.GetAsync("/people")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_second_start_prints_none()
    {
        var (first, printedFirst) = await StartedAsync();
        await first.DisposeAsync();

        var (second, printedSecond) = await StartedAsync();

        await second.DisposeAsync();
        OneTime().IsMatch(printedFirst).ShouldBeTrue();
        OneTime().IsMatch(printedSecond).ShouldBeFalse();
    }

    public void Dispose() => data.Delete(recursive: true);

    private async Task<(RunningSite Site, string Printed)> StartedAsync()
    {
        var console = Console.Out;
        var printed = new StringWriter();
        Console.SetOut(TextWriter.Synchronized(printed));
        try
        {
            return (await RunningSite.StartAsync(data, demo: false), printed.ToString());
        }
        finally
        {
            Console.SetOut(console);
        }
    }

    [GeneratedRegex(@"First administrator: administrator +one-time password: (\S+)")]
    private static partial Regex OneTime();
}
