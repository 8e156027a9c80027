using System.Net;
using System.Text.RegularExpressions;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Faults.Sites;

/// <summary>An answer as a person sees it.</summary>
public sealed record Answered(HttpStatusCode Status, string? Location, string Page);

/// <summary>A form that was opened: everything that its page will post beside the fields.</summary>
public sealed record OpenedForm(string Address, string Token, string CommandId, long Version);

/// <summary>One official's browser.</summary>
public sealed partial class Browser : IDisposable
{
    // As printed with the demo accounts: a person's id is the name, and all share one password.
    private const string Password = "Changji-2016-59";

    private readonly CookieContainer cookies;
    private readonly HttpClient client;

    private Browser(Uri site, CookieContainer cookies)
    {
        this.cookies = cookies;
        var handler = new HttpClientHandler { AllowAutoRedirect = false, UseProxy = false, CookieContainer = cookies };
        client = new HttpClient(handler) { BaseAddress = site };
    }

    /// <summary>The languages that the person reads, as the browser says it.</summary>
    public string Reads
    {
        set => client.DefaultRequestHeaders.Add("Accept-Language", value);
    }

    /// <summary>Opens the door for an official.</summary>
    public static async Task<Browser> SignInAsync(Uri site, string person)
    {
        var browser = new Browser(site, new CookieContainer());
        var door = await browser.GetAsync("/sign-in");
        var answer = await browser.PostAsync("/sign-in", TokenOf(door.Page), new() { ["Name"] = person, ["Password"] = Password });
        return answer.Status is HttpStatusCode.SeeOther ? browser
            : throw new InvalidOperationException($"{person} cannot sign in: {answer.Status}");
    }

    /// <summary>The same browser after the site came back under another address.</summary>
    public Browser At(Uri site) => new(site, Moved(site));

    /// <summary>Opens the form of a work item.</summary>
    public async Task<OpenedForm> OpenAsync(string workItemId)
    {
        var page = (await GetAsync($"/work-items/{workItemId}")).Page;
        return new OpenedForm($"/work-items/{workItemId}/complete", TokenOf(page), ValueOf(page, Envelope.CommandField),
            long.Parse(ValueOf(page, Envelope.VersionField), System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Submits an opened form.</summary>
    public Task<Answered> SubmitAsync(OpenedForm form, IReadOnlyDictionary<string, string> fields) => PostAsync(form.Address, form.Token,
        new Dictionary<string, string>(fields) { [Envelope.CommandField] = form.CommandId, [Envelope.VersionField] = $"{form.Version}" });

    /// <summary>Opens a page.</summary>
    public async Task<Answered> GetAsync(string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        return await ReadAsync(answer);
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task<Answered> PostAsync(string address, string token, Dictionary<string, string> fields)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(fields) { ["__RequestVerificationToken"] = token });
        using var answer = await client.PostAsync(new Uri(address, UriKind.Relative), form);
        return await ReadAsync(answer);
    }

    private static async Task<Answered> ReadAsync(HttpResponseMessage answer) =>
        new(answer.StatusCode, answer.Headers.Location?.ToString(), await answer.Content.ReadAsStringAsync());

    private CookieContainer Moved(Uri site)
    {
        var moved = new CookieContainer();
        foreach (Cookie cookie in cookies.GetAllCookies())
            moved.Add(site, new Cookie(cookie.Name, cookie.Value));
        return moved;
    }

    private static string TokenOf(string page) => ValueOf(page, "__RequestVerificationToken");

    private static string ValueOf(string page, string field) =>
        Inputs().Matches(page).FirstOrDefault(input => input.Groups["name"].Value == field)?.Groups["value"].Value
            ?? throw new InvalidOperationException($"The page has no field '{field}':\n{page}");

    [GeneratedRegex("""<input[^>]*name="(?<name>[^"]*)"[^>]*value="(?<value>[^"]*)[""]""")]
    private static partial Regex Inputs();
}
