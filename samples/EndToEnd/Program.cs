using EndToEnd;
using Propensity.Workflow;

return await SampleHost.RunAsync("The propensity workflow, all seven steps.", args, forgetPlatform: true,
    async (aep, context, cancellationToken) =>
{
    if (!context.Options.CleanUp)
        return await WholeWorkflow.RunAsync(aep, context, cancellationToken);
    context.Console.Head("Clean up");
    await WorkflowCleanUp.RunAsync(aep, context, cancellationToken);
    return 0;
});
