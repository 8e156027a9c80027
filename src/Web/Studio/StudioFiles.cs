using System.IO.Compression;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;
using WorkflowAccountability.Web.Start;

namespace WorkflowAccountability.Web.Studio;

/// <summary>
/// The designer's package under <c>/studio/</c>, as it came: compressed once, by those who made it. What carries a fingerprint in its name is kept by browsers
/// for good, the rest is asked for again.
/// </summary>
internal sealed partial class StudioFiles(RequestDelegate next, SiteOptions options) : IDisposable
{
    /// <summary>Below this lie the package and the pages around it.</summary>
    public const string Root = "/studio";

    private static readonly string[] packageFolders = ["/_framework", "/_content"];
    private static readonly string[] packageFiles = ["/appsettings.json", "/Elsa.Studio.Host.CustomElements.styles.css"];

    private readonly FileExtensionContentTypeProvider types = new()
    {
        Mappings = { [".wasm"] = "application/wasm", [".dat"] = "application/octet-stream", [".webmanifest"] = "application/manifest+json", [".cur"] = "image/x-icon" },
    };

    private readonly PhysicalFileProvider? files = Directory.Exists(options.Studio) ? new(Path.GetFullPath(options.Studio)) : null;

    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(Root, StringComparison.Ordinal, out var rest) || rest.Value is not { } path || !IsOfPackage(path))
            await next(context);
        else if (files is null || !HttpMethods.IsGet(context.Request.Method) || !await GiveAsync(context, path))
            await Results.Problem(statusCode: StatusCodes.Status404NotFound).ExecuteAsync(context);
    }

    /// <summary>Whether the package is there.</summary>
    public static bool Has(SiteOptions options) => Directory.Exists(Path.Combine(options.Studio, "_framework"));

    public void Dispose() => files?.Dispose();

    private static bool IsOfPackage(string path) =>
        packageFiles.Contains(path) || packageFolders.Any(folder => path.StartsWith(folder + "/", StringComparison.Ordinal));

    private async Task<bool> GiveAsync(HttpContext context, string path)
    {
        var compressed = files!.GetFileInfo(path + ".br");
        var file = compressed.Exists ? compressed : files.GetFileInfo(path);
        if (!file.Exists || file.IsDirectory)
            return false;
        var headers = context.Response.GetTypedHeaders();
        var accepted = context.Request.GetTypedHeaders();
        headers.ETag = new EntityTagHeaderValue($"\"{file.Length:x}-{file.LastModified.UtcTicks:x}\"");
        headers.CacheControl = Fingerprinted().IsMatch(path) ? new() { Public = true, MaxAge = TimeSpan.FromDays(365), Extensions = { new("immutable") } } : new() { NoCache = true };
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (accepted.IfNoneMatch.Any(known => known.Compare(headers.ETag, useStrongComparison: false)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return true;
        }
        context.Response.ContentType = types.TryGetContentType(path, out var type) ? type : "application/octet-stream";
        if (file == compressed && !accepted.AcceptEncoding.Any(encoding => encoding.Value == "br" && encoding.Quality is null or > 0))
        {
            // Hardly any browser: whoever takes no Brotli gets it unpacked.
            await using var unpacked = new BrotliStream(file.CreateReadStream(), CompressionMode.Decompress);
            await unpacked.CopyToAsync(context.Response.Body, context.RequestAborted);
            return true;
        }
        if (file == compressed)
            context.Response.Headers.ContentEncoding = "br";
        context.Response.ContentLength = file.Length;
        await context.Response.SendFileAsync(file, context.RequestAborted);
        return true;
    }

    [GeneratedRegex(@"^/_framework/.*\.[a-z0-9]{10}\.(wasm|js|dat)$")]
    private static partial Regex Fingerprinted();
}
