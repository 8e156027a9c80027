using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;

namespace WorkflowAccountability.Procedure.Site;

/// <summary>Addresses of style sheets, scripts and icons that change with the content, so that a browser keeps them for good and never shows old ones.</summary>
public sealed class SiteAssets(IWebHostEnvironment host)
{
    /// <summary>The query parameter that carries the mark of the content.</summary>
    public const string MarkParameter = "v";

    private readonly ConcurrentDictionary<string, string> addresses = [];

    /// <summary>The address of a file of the site, as <c>/site/site.css</c>. A file that is missing keeps its plain address and is answered 404.</summary>
    public string Of(string path) => addresses.GetOrAdd(path, known => host.WebRootFileProvider.GetFileInfo(known) is { Exists: true } file
        ? $"{known}?{MarkParameter}={MarkOf(file)}" : known);

    private static string MarkOf(IFileInfo file)
    {
        using var content = file.CreateReadStream();
        return Convert.ToHexStringLower(SHA256.HashData(content))[..12];
    }
}
