using AngleSharp.Html.Parser;

namespace WorkflowAccountability.Web.Tests.Site;

/// <summary>What an official's browser does: it keeps cookies, sends forms with their hidden fields, and here follows no redirect by itself.</summary>
public sealed class Browser(Uri site, string language) : IDisposable
{
    /// <summary>The password of every demo account.</summary>
    public const string DemoPassword = "Changji-2016-59";

    private readonly HtmlParser parser = new();
    private readonly HttpClient client = new(new HttpClientHandler { AllowAutoRedirect = false, UseProxy = false })
    {
        BaseAddress = site,
        DefaultRequestHeaders = { { "Accept-Language", language } },
    };

    public async Task<Page> GetAsync(string path) => await ReadAsync(await client.GetAsync(new Uri(path, UriKind.Relative)));

    public async Task<Page> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        return await ReadAsync(await client.PostAsync(new Uri(path, UriKind.Relative), form));
    }

    /// <summary>Posts as a page's script does, and answers the JSON.</summary>
    public async Task<string> AskJsonAsync(string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Accept.ParseAdd("application/json");
        using var answer = await client.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Sends a form of a page as it stands there, with what was typed into it.</summary>
    public Task<Page> SubmitAsync(Page page, string action, params IEnumerable<KeyValuePair<string, string>> typed)
    {
        var fields = page.FieldsOf(action);
        foreach (var (name, value) in typed)
            fields[name] = value;
        return PostAsync(action, fields);
    }

    public async Task<Page> SignInAsync(string person, string password = DemoPassword, string? returnUrl = null)
    {
        var door = await GetAsync("/sign-in");
        return await SubmitAsync(door, "/sign-in", [new("Name", person), new("Password", password), .. returnUrl is null ? [] : (KeyValuePair<string, string>[])[new("ReturnUrl", returnUrl)]]);
    }

    public void Dispose() => client.Dispose();

    private async Task<Page> ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
            return new Page(answer, await parser.ParseDocumentAsync(await answer.Content.ReadAsStringAsync()));
    }
}
