using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Web;

namespace WorkflowAccountability.Bench;

/// <summary>The real site without a listener, and one official who opens his workbench on it: rights, queries, rendering.</summary>
internal sealed class Workbench(WebApplication site, RouteEndpoint endpoint, string reader) : IAsyncDisposable
{
    public WebApplication Site => site;

    public static async Task<Workbench> OpenAsync(string connection, string reader, params IInterceptor[] watched)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        var site = await AccountabilitySite.BuildAsync(
            ["--database", connection, "--demo", "true", "--urls", "http://127.0.0.1:0", "--jobs", "false", "--Logging:LogLevel:Default", "Error"],
            services =>
            {
                foreach (var watch in watched)
                    services.AddSingleton(watch);
            });
        return new Workbench(site, ((IEndpointRouteBuilder)site).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Single(endpoint =>
            endpoint.RoutePattern.RawText == "/" && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") is true), reader);
    }

    /// <summary>The page as it is sent; any answer but 200 is an error of the bench.</summary>
    public async Task<string> AskAsync()
    {
        await using var scope = site.Services.CreateAsyncScope();
        var body = new MemoryStream();
        var context = new DefaultHttpContext
        {
            RequestServices = scope.ServiceProvider,
            User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(Viewer.PersonClaim, reader), new Claim(ClaimTypes.Name, reader)], "bench")),
            Request = { Method = "GET", Scheme = "http", Host = new HostString("localhost"), Path = "/" },
            Response = { Body = body },
        };
        context.SetEndpoint(endpoint);
        await endpoint.RequestDelegate!(context);
        if (context.Response.StatusCode != StatusCodes.Status200OK)
            throw new InvalidOperationException($"The workbench answered {context.Response.StatusCode}.");
        return System.Text.Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();
}
