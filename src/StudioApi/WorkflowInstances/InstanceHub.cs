using Microsoft.AspNetCore.SignalR;
using WorkflowAccountability.Engine.Designer;

namespace WorkflowAccountability.StudioApi.WorkflowInstances;

/// <summary>Elsa's hub: a viewer says which instance it shows and is told when the instance moves, as far as the person may know.</summary>
internal sealed class InstanceHub(ObservedInstances observed, IDesignerDoor door, IInstanceDesk desk) : Hub
{
    /// <summary>Begins to tell of an instance; of one that is not there for the person nothing is ever told.</summary>
    public async Task ObserveInstanceAsync(string instanceId)
    {
        if (Context.User is { } user && await door.WhoAsync(user, Context.ConnectionAborted) is { } who
            && await desk.FindAsync(who, instanceId, Context.ConnectionAborted) is { } sheet)
            observed.Begin(Context.ConnectionId, sheet, who);
    }

    /// <inheritdoc/>
    public override Task OnDisconnectedAsync(Exception? exception)
    {
        observed.End(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }
}
