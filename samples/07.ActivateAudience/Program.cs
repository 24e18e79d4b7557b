using Propensity.Steps;
using Propensity.Workflow;

return await SampleHost.RunAsync(ActivateAudience.Title, args, ActivateAudience.RunAsync);
