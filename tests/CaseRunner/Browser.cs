using System.Net;
using System.Text;
using AngleSharp.Html.Parser;

namespace WorkflowAccountability.CaseRunner;

/// <summary>One browser per official, each with a cookie of its own. Who is not signed in, or no longer, signs in first.</summary>
internal sealed class Browser(Uri site) : IDisposable
{
    // As printed with the demo accounts: a person's id is the name, and all share one password.
    private const string Password = "Changji-2016-59";

    private readonly Dictionary<string, HttpClient> officials = [];
    private readonly HtmlParser parser = new();

    public async Task<Page> GetAsync(string person, string address)
    {
        var page = await ReadAsync(OfficialOf(person).GetAsync(new Uri(address, UriKind.Relative)));
        if (page.Location?.Contains("/sign-in", StringComparison.Ordinal) is not true)
            return page;
        await SignInAsync(person);
        return await ReadAsync(OfficialOf(person).GetAsync(new Uri(address, UriKind.Relative)));
    }

    public async Task<Page> PostAsync(string person, string address, IReadOnlyDictionary<string, string> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        return await ReadAsync(OfficialOf(person).PostAsync(new Uri(address, UriKind.Relative), form));
    }

    /// <summary>Gives the designer's order as its script does, and answers what the site says.</summary>
    public async Task<(int Status, string Text)> OrderAsync(string person, HttpMethod method, string address, string? json = null)
    {
        await GetAsync(person, "/");
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var answer = await OfficialOf(person).SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public void Dispose()
    {
        foreach (var official in officials.Values)
            official.Dispose();
    }

    private async Task SignInAsync(string person)
    {
        var door = await ReadAsync(OfficialOf(person).GetAsync(new Uri("/sign-in", UriKind.Relative)));
        var answer = await PostAsync(person, "/sign-in",
            new Dictionary<string, string>(door.Form("/sign-in")) { ["Name"] = person, ["Password"] = Password });
        if (answer.Status != (int)HttpStatusCode.SeeOther)
            throw new DifferenceException($"'{person}' cannot sign in: {answer.Status} {answer.Problems}");
    }

    private HttpClient OfficialOf(string person)
    {
        if (!officials.TryGetValue(person, out var official))
            officials[person] = official = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseProxy = false })
            {
                BaseAddress = site,
            };
        return official;
    }

    private async Task<Page> ReadAsync(Task<HttpResponseMessage> answering)
    {
        try
        {
            using var answer = await answering;
            var document = await parser.ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
            return new Page((int)answer.StatusCode, answer.Headers.Location?.ToString(), document);
        }
        catch (HttpRequestException exception)
        {
            throw new DifferenceException($"the site broke the connection: {exception.Message}");
        }
    }
}
