using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using WorkflowAccountability.Engine.Designer;

namespace WorkflowAccountability.StudioApi.Door;

/// <summary>Who sends the request.</summary>
internal sealed record AtDesk(Designer Who)
{
    private static readonly Designer nobody = new("", MayView: false, MayDraft: false, MayCheck: false, MayPublish: false);

    public static async ValueTask<AtDesk> BindAsync(HttpContext context) => new(
        await context.RequestServices.GetRequiredService<IDesignerDoor>().WhoAsync(context.User, context.RequestAborted) ?? nobody);
}

/// <summary>Lets only those in who may view definitions; for others nothing is there.</summary>
internal sealed class ViewersOnly : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.Arguments.OfType<AtDesk>().Single().Who.MayView ? await next(context) : Answers.NotFound;
}
