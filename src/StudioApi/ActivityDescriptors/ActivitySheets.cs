using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Engine.Activities.Descriptions;

namespace WorkflowAccountability.StudioApi.ActivityDescriptors;

/// <summary>The list of all activities, made and compressed once for each language: Studio asks for it again after every save, half a second after every change.</summary>
internal sealed class ActivitySheets(ActivityRegistry activities)
{
    private static readonly JsonSerializerOptions written = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly ConcurrentDictionary<string, (byte[] Plain, byte[] Compressed)> sheets = [];

    /// <summary>Answers the list.</summary>
    public async Task GiveAsync(HttpContext context)
    {
        var (plain, compressed) = sheets.GetOrAdd(CultureInfo.CurrentUICulture.Name, Make);
        var isCompressed = context.Request.GetTypedHeaders().AcceptEncoding.Any(encoding => encoding.Value == "br" && encoding.Quality is null or > 0);
        var (response, bytes) = (context.Response, isCompressed ? compressed : plain);
        if (isCompressed)
            response.Headers.ContentEncoding = "br";
        (response.ContentType, response.ContentLength) = ("application/json; charset=utf-8", bytes.Length);
        await response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private (byte[] Plain, byte[] Compressed) Make(string culture)
    {
        var items = activities.Descriptors.Select(descriptor => ActivityDescription.Of(descriptor, CultureInfo.GetCultureInfo(culture))).ToList();
        var plain = JsonSerializer.SerializeToUtf8Bytes(new { Items = items, items.Count }, written);
        var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.Optimal))
            brotli.Write(plain);
        return (plain, compressed.ToArray());
    }
}
