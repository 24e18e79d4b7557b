using Propensity.Steps;
using Propensity.Workflow;

return await SampleHost.RunAsync(TrainModel.Title, args, TrainModel.RunAsync);
