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

    /// <summary>Sends a form of a page as it stands there, with what was typed into it.</summary>
    public Task<Page> SubmitAsync(Page page, string action, params IEnumerable<KeyValuePair<string, string>> typed)
    {
        var fields = page.FieldsOf(action);
        foreach (var (name, value) in typed)
            fields[name] = value;
        return PostAsync(action, fields);
    }

    /// <summary>Sends a form with one file.</summary>
    public async Task<Page> UploadAsync(Page page, string action, string field, string fileName, byte[] bytes)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in page.FieldsOf(action).Where(each => each.Key != field))
            form.Add(new StringContent(value), name);
        form.Add(new ByteArrayContent(bytes), field, fileName);
        return await ReadAsync(await client.PostAsync(new Uri(action, UriKind.Relative), form));
    }

    /// <summary>The bytes of what is downloaded.</summary>
    public Task<byte[]> DownloadAsync(string path) => client.GetByteArrayAsync(new Uri(path, UriKind.Relative));

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
