using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.StaticFiles;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Web;

/// <summary>Style sheets, scripts and icons: compressed, and kept by browsers as long as their address names their content.</summary>
internal static class SiteFiles
{
    // Pages are left as they are: they hold tokens, and compressing them over TLS would let an attacker guess these from lengths.
    private static readonly string[] Compressed = ["text/css", "text/javascript", "image/svg+xml"];

    public static IServiceCollection AddSiteFiles(this IServiceCollection services) => services
        .AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = Compressed;
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        })
        .Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);

    public static void KeepForGood(StaticFileResponseContext context)
    {
        if (context.Context.Request.Query.ContainsKey(SiteAssets.MarkParameter))
            context.Context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
    }
}
