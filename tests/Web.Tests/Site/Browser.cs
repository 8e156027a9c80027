using System.Net;
using System.Text;
using AngleSharp.Html.Parser;

namespace WorkflowAccountability.Web.Tests.Site;

/// <summary>What an official's browser does: it keeps cookies, sends forms with their hidden fields, and here follows no redirect by itself.</summary>
public sealed class Browser(Uri site, string language, CookieContainer? kept = null) : IDisposable
{
    /// <summary>The password of every demo account.</summary>
    public const string DemoPassword = "Changji-2016-59";

    private readonly HtmlParser parser = new();
    private readonly CookieContainer cookies = kept ??= new();
    private readonly HttpClient client = new(new HttpClientHandler { AllowAutoRedirect = false, UseProxy = false, CookieContainer = kept })
    {
        BaseAddress = site,
        DefaultRequestHeaders = { { "Accept-Language", language } },
    };

    /// <summary>The same browser, whose next request another node answers: the session is the same.</summary>
    public Browser At(Uri node) => new(node, language, cookies);

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

    /// <summary>Sends a form with files, as a browser does where no script runs.</summary>
    public async Task<Page> SubmitFilesAsync(
        Page page, string action, IEnumerable<KeyValuePair<string, string>> typed, params IEnumerable<(string Field, string Name, byte[] Content)> files)
    {
        var fields = page.FieldsOf(action);
        foreach (var (name, value) in typed)
            fields[name] = value;
        using var form = new MultipartFormDataContent { HeaderEncodingSelector = (_, _) => Encoding.UTF8 };
        foreach (var (name, value) in fields.Where(field => !files.Any(file => file.Field == field.Key)))
            form.Add(new StringContent(value), name);
        foreach (var (field, name, content) in files)
        {
            // The bytes of the name itself, as browsers send them.
            var part = new ByteArrayContent(content);
            part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{field}\"; filename=\"{name}\"");
            form.Add(part);
        }
        // Asks first, so that a refusal is read even where the site does not wait for the rest.
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(action, UriKind.Relative)) { Content = form, Headers = { ExpectContinue = true } };
        return await ReadAsync(await client.SendAsync(request));
    }

    /// <summary>Sends one file as the page's script does.</summary>
    public async Task<(int Status, string Text)> UploadAsync(Page page, string path, string name, Stream content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new StreamContent(content) };
        request.Headers.Add("X-File-Name", Uri.EscapeDataString(name));
        request.Headers.Add("RequestVerificationToken", page.FieldsOf("/sign-out")["__RequestVerificationToken"]);
        using var answer = await client.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Asks as the designer's script does from a page of the site, or from a foreign one.</summary>
    public async Task<JsonAnswer> ApiAsync(string method, string path, string? json = null, string from = "same-origin")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri("/elsa/api" + path, UriKind.Relative));
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        if (from.Length > 0)
            request.Headers.Add("Sec-Fetch-Site", from);
        using var answer = await client.SendAsync(request);
        return new JsonAnswer((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsStringAsync(),
            answer.Headers.TryGetValues("x-accountability-said", out var said) ? Uri.UnescapeDataString(said.Single()) : null)
        {
            WarnedAt = answer.Headers.TryGetValues("x-accountability-warned-at", out var at) ? Uri.UnescapeDataString(at.Single()).Split('\n', StringSplitOptions.RemoveEmptyEntries) : [],
        };
    }

    /// <summary>Has the designer's script post nothing, and answers with its headers.</summary>
    public async Task<HttpResponseMessage> AskAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/elsa/api" + path, UriKind.Relative))
        {
            Content = new StringContent("{}", Encoding.UTF8, "application/json"), Headers = { { "Sec-Fetch-Site", "same-origin" } },
        };
        return await client.SendAsync(request);
    }

    /// <summary>What the site gives to download.</summary>
    public async Task<HttpResponseMessage> DownloadAsync(string path) => await client.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);

    /// <summary>What the site gives for a form as it stands on a page.</summary>
    public async Task<HttpResponseMessage> TakeAsync(Page page, string action)
    {
        using var form = new FormUrlEncodedContent(page.FieldsOf(action));
        return await client.PostAsync(new Uri(action, UriKind.Relative), form);
    }

    public void Dispose() => client.Dispose();

    private async Task<Page> ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
            return new Page(answer, await parser.ParseDocumentAsync(await answer.Content.ReadAsStringAsync()));
    }
}
