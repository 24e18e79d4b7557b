using EndToEnd;
using Propensity.Workflow;

return await SampleHost.RunAsync("The propensity workflow, all seven steps.", args, forgetPlatform: true, WholeWorkflow.RunAsync);
